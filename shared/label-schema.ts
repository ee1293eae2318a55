import { z } from 'zod';

export const labelNameSchema = z.string().trim().min(1).max(60);
export const labelColorSchema = z
  .string()
  .regex(/^#[\da-f]{6}$/iu, 'A colour such as #3f8f63.')
  .toLowerCase();
