/** Source: meta-platform §5.4. */
export type TemplateCategory = 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';

export interface TemplateName {
  readonly wabaId: string;
  readonly name: string;
  readonly language: string;
}

/** Tells which kind of template is sent; what one costs and who may get it depends on that. */
export type CategoryOf = (template: TemplateName) => TemplateCategory;
