/** Text as it stands, whatever of it Markdown or a template would take for its own. */
export const plainMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>|#~$]/g, '\\$&');

/** A part of a page that is no template, whatever it holds. */
export const asItStands = (text: string): string => `::: v-pre\n\n${text.trim()}\n\n:::\n`;
