/** The house's sign: a desk bell inside a speech bubble. */
export function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 512 512" width="40" height="40">
      <rect width="512" height="512" rx="116" fill="#14302b" />
      <path
        fill="#fffdfa"
        d="M148 112h216a44 44 0 0 1 44 44v124a44 44 0 0 1-44 44H232l-62 54c-9 8-22 1-22-10v-44a44 44 0 0 1-44-44V156a44 44 0 0 1 44-44z"
      />
      <path
        fill="none"
        stroke="#0b6b5b"
        strokeLinecap="round"
        strokeWidth="28"
        d="M172 232a84 84 0 0 1 168 0M150 250h212"
      />
      <circle cx="256" cy="136" r="14" fill="#0b6b5b" />
    </svg>
  );
}
