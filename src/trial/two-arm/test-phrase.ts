/** A test's label in a sentence: a possessive takes no article. */
export function testPhrase(label: string): string {
  return label.includes('’s ') ? label : `the ${label}`;
}
