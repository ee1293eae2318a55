/** The practice account as Meta would know it: a number that exists on no real network. */
export const PRACTICE_SHOP = {
  accountName: 'Practice',
  phoneNumberId: '990000000000001',
  wabaId: '990000000000002',
  businessPortfolioId: '990000000000003',
  appId: '990000000000004',
  displayPhoneNumber: '+551155550142',
  verifiedName: 'Casa Verde Flores',
} as const;
