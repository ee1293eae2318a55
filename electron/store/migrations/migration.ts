/** One step of the schema. Never changed after it has shipped; a correction is the next step. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}
