import type { JsonObject } from '../json.ts';
import type { ParameterFormat } from '../models/template.ts';
import type {
  Examples,
  TemplateBody,
  TemplateButton,
  TemplateCard,
  TemplateFooter,
  TemplateHeader,
  TemplateParts,
} from '../models/template-parts.ts';
import { unreachable } from '../unreachable.ts';
import { inOrder, variablesIn } from './variables.ts';

/** The components as Meta takes them when a template is made or changed. Source: meta-platform §1.9, §5.4. */
export function writeParts(
  { header, body, footer, buttons, offer, cards, others }: TemplateParts,
  format: ParameterFormat,
): JsonObject[] {
  return [
    ...(header === null ? [] : [writeHeader(header, format)]),
    ...(offer === null
      ? []
      : [
          {
            type: 'LIMITED_TIME_OFFER',
            limited_time_offer: { text: offer.text, has_expiration: offer.hasExpiration },
          },
        ]),
    writeBody(body, format),
    ...(footer === null ? [] : [writeFooter(footer)]),
    ...writeButtons(buttons),
    ...(cards.length === 0
      ? []
      : [{ type: 'CAROUSEL', cards: cards.map((card) => writeCard(card, format)) }]),
    ...others,
  ];
}

function writeCard({ header, body, buttons }: TemplateCard, format: ParameterFormat): JsonObject {
  return {
    components: [
      ...(header === null ? [] : [writeHeader(header, format)]),
      writeBody(body, format),
      ...writeButtons(buttons),
    ],
  };
}

function writeHeader(header: TemplateHeader, format: ParameterFormat): JsonObject {
  switch (header.kind) {
    case 'text': {
      const variables = inOrder(variablesIn(header.text));
      const example =
        format === 'NAMED'
          ? { header_text_named_params: namedExamples(variables, header.examples) }
          : { header_text: variables.map((name) => header.examples[name] ?? '') };
      return {
        type: 'HEADER',
        format: 'TEXT',
        text: header.text,
        ...(variables.length > 0 && { example }),
      };
    }
    case 'media':
      return {
        type: 'HEADER',
        format: header.media.toUpperCase(),
        ...(header.handle !== null && { example: { header_handle: [header.handle] } }),
      };
    case 'location':
    case 'product':
      return { type: 'HEADER', format: header.kind.toUpperCase() };
    default:
      return unreachable(header);
  }
}

/** An authentication template has no words of ours. */
function writeBody(body: TemplateBody, format: ParameterFormat): JsonObject {
  const variables = inOrder(variablesIn(body.text));
  const example =
    format === 'NAMED'
      ? { body_text_named_params: namedExamples(variables, body.examples) }
      : { body_text: [variables.map((name) => body.examples[name] ?? '')] };
  return {
    type: 'BODY',
    ...(body.text !== '' && { text: body.text }),
    ...(body.text !== '' && variables.length > 0 && { example }),
    ...(body.addSecurityRecommendation && { add_security_recommendation: true }),
  };
}

function namedExamples(variables: readonly string[], examples: Examples): JsonObject[] {
  return variables.map((name) => ({ param_name: name, example: examples[name] ?? '' }));
}

function writeFooter(footer: TemplateFooter): JsonObject {
  return footer.kind === 'expiry'
    ? { type: 'FOOTER', code_expiration_minutes: footer.minutes }
    : { type: 'FOOTER', text: footer.text };
}

function writeButtons(buttons: readonly TemplateButton[]): JsonObject[] {
  return buttons.length === 0 ? [] : [{ type: 'BUTTONS', buttons: buttons.map(writeButton) }];
}

function writeButton(button: TemplateButton): JsonObject {
  switch (button.type) {
    case 'QUICK_REPLY':
    case 'CATALOG':
    case 'MPM':
    case 'VOICE_CALL':
      return { type: button.type, text: button.text };
    case 'URL': {
      const hasVariable = variablesIn(button.url).length > 0;
      const { type, text, url, example } = button;
      return { type, text, url, ...(hasVariable && { example: [example] }) };
    }
    case 'PHONE_NUMBER':
      return { type: button.type, text: button.text, phone_number: button.phone };
    case 'COPY_CODE':
      return { type: button.type, example: button.example };
    case 'OTP':
      return {
        type: 'OTP',
        otp_type: button.otp,
        ...(button.text !== '' && { text: button.text }),
        ...(button.autofillText !== '' && { autofill_text: button.autofillText }),
        ...(button.apps.length > 0 && {
          supported_apps: button.apps.map(({ packageName, signatureHash }) => ({
            package_name: packageName,
            signature_hash: signatureHash,
          })),
        }),
      };
    case 'OTHER':
      return button.raw;
    default:
      return unreachable(button);
  }
}
