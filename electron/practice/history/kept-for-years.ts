import type { JsonObject } from '#shared/json.ts';
import type { GeneratedFiles, GeneratedKind } from '../generated-media/files.ts';
import { pastTurn, type PastTurn } from './past-turn.ts';

type Turns = readonly PastTurn[];

/**
 * What people look for long afterwards: captions, names of files and answers to forms, each once and
 * in a script of its own. Per `wa_id`.
 */
export function keptForYears(files: GeneratedFiles): ReadonlyMap<string, Turns> {
  const file = (kind: GeneratedKind, variant: number): JsonObject => {
    const { id, mimeType, sha256 } = files.get(kind, variant);
    return { id, mime_type: mimeType, sha256 };
  };
  const picture = (variant: number, caption: string): PastTurn =>
    pastTurn('customer', { type: 'image', image: { ...file('image', variant), caption } });
  const document = (variant: number, filename: string): PastTurn =>
    pastTurn('customer', {
      type: 'document',
      document: { ...file('document', variant), filename },
    });

  return new Map<string, Turns>([
    [
      '553190000106',
      [
        pastTurn('customer', {
          type: 'video',
          video: { ...file('video', 1), caption: 'A inauguração do ateliê, que emoção!' },
        }),
        document(2, 'Cardápio de arranjos.pdf'),
        answer({ ocasião: 'Bodas de prata', observação: 'Sem lírios, por favor' }),
      ],
    ],
    [
      '971500000134',
      [
        picture(3, 'إِكْلِيلُ العَرُوسِ لحفل إبراهيم'),
        document(4, 'قائمة الأسعار.pdf'),
        answer({ المناسبة: 'حفل تخرّج', ملاحظة: 'ألوان هــادئة من فضلكم' }),
      ],
    ],
    [
      '919000000137',
      [
        picture(5, 'मंडप के लिए गेंदे की झालर'),
        document(6, 'फूलों की सूची.pdf'),
        answer({ अवसर: 'गृह प्रवेश', टिप्पणी: 'ताज़ी तुलसी भी चाहिए' }),
      ],
    ],
    [
      '8613000000143',
      [
        picture(7, '婚礼的手捧花，白玫瑰配满天星'),
        document(3, '开业花篮报价单.pdf'),
        answer({ 场合: '开业庆典', 备注: '请在星期六上午送到' }),
      ],
    ],
  ]);
}

/** A form that the customer filled in. */
function answer(fields: Readonly<Record<string, string>>): PastTurn {
  return pastTurn('customer', {
    type: 'interactive',
    interactive: {
      type: 'nfm_reply',
      nfm_reply: {
        name: 'flow',
        body: 'Sent',
        response_json: JSON.stringify({ flow_token: 'wishes-1', ...fields }),
      },
    },
  });
}
