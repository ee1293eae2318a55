import { isJsonObject } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { fieldAt, listAt, textAt } from '../json-fields.ts';
import { OTP_KINDS } from '../models/template-parts.ts';
import type { OtpApp, OtpKind, TemplateButton } from '../models/template-parts.ts';

/** Source: meta-platform §5.4. */
export function readButton(button: Json): TemplateButton {
  const raw: JsonObject = isJsonObject(button) ? button : {};
  const type = (textAt(raw, 'type') ?? '').toUpperCase();
  const text = textAt(raw, 'text') ?? '';
  switch (type) {
    case 'QUICK_REPLY':
      return { type, text };
    case 'URL':
      return { type, text, url: textAt(raw, 'url') ?? '', example: firstText(raw) };
    case 'PHONE_NUMBER':
      return { type, text, phone: textAt(raw, 'phone_number') ?? '' };
    case 'COPY_CODE':
      return { type, example: firstText(raw) };
    case 'OTP':
      return {
        type,
        otp: otpKind(raw),
        text,
        autofillText: textAt(raw, 'autofill_text') ?? '',
        apps: appsOf(raw),
      };
    case 'CATALOG':
    case 'MPM':
    case 'VOICE_CALL':
      return { type, text };
    default:
      return { type: 'OTHER', metaType: type, text, raw };
  }
}

/** Meta gives the example as a text or as a list with one. */
function firstText(button: JsonObject): string {
  const [first] = listAt(button, 'example');
  return textAt(button, 'example') ?? (typeof first === 'string' ? first : '');
}

function otpKind(button: JsonObject): OtpKind {
  const written = textAt(button, 'otp_type')?.toUpperCase();
  return OTP_KINDS.find((kind) => kind === written) ?? 'COPY_CODE';
}

/** Older templates name one app beside the button. */
function appsOf(button: JsonObject): OtpApp[] {
  const listed = listAt(button, 'supported_apps');
  const apps = fieldAt(button, 'package_name') === undefined ? listed : [button, ...listed];
  return apps.map((app) => ({
    packageName: textAt(app, 'package_name') ?? '',
    signatureHash: textAt(app, 'signature_hash') ?? '',
  }));
}
