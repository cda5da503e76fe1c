const BELOW: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789aehijklmnoprstuvx+−()'].map((sign, i) => [sign, [...'₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₊₋₍₎'][i]]),
);
const ABOVE: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789n'].map((sign, i) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ'][i]]),
);

const moved = (letters: string, table: Readonly<Record<string, string>>): string | undefined => {
  const found = [...letters].map((letter) => table[letter]);
  return found.includes(undefined as never) ? undefined : found.join('');
};

/** An equation in plain notation as one line of Unicode, for those who hear it and for writers of text. */
export function plainEquation(equation: string): string {
  return equation
    .replaceAll('"', '')
    .replace(/_\(([^()\s]*)\)|_([\p{L}\d]+)/gu, (all, inner, name) => moved(inner ?? name, BELOW) ?? all)
    .replace(/\^(\p{L}|\d+)(?![\p{L}\d(])/gu, (all, power) => moved(power, ABOVE) ?? all)
    .normalize('NFC');
}
