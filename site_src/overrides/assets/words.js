// How what a person types is compared with the words of an answer.

/** Milliseconds without a key before what was found is read out, which the next key would cut off. */
export const PAUSE = 500;

/**
 * The words of a text without capitals, accents and apostrophes; American "diarrhea" is the same as British "diarrhoea".
 * @param {string} text
 */
export function wordsOf(text) {
  const plain = text.toLowerCase().normalize("NFKD").replace(/[\p{M}'’]/gu, "");
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => (word.length > 5 ? word.replace(/ae|oe|æ|œ/g, "e") : word));
}

/**
 * Whether what is typed begins a word, or is another form of it: "fainted" of "faint", "breathing" of "breathless".
 * @param {string} typed
 * @param {string} word
 */
export function fits(typed, word) {
  let same = 0;
  while (same < typed.length && typed[same] === word[same]) same += 1;
  const [more, less] = [typed.length - same, word.length - same];
  return more === 0 || (less === 0 && (same > 3 || (same === 3 && more === 1))) || (same > 4 && more < 5 && less < 5);
}

/**
 * How many of the typed words fit some word.
 * @param {string[]} typed
 * @param {string[]} words
 */
export function fitting(typed, words) {
  return typed.filter((part) => words.some((word) => fits(part, word))).length;
}
