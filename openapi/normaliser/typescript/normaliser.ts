/**
 * Vietnamese words as people type them, read as the service reads them: see ../README.md. No dependencies; types are
 * erasable, so Node.js, bundlers and tsc take this file as it is.
 */

const TELEX_TONES = 'fsrxj';
const VNI_TONES = '21345';
/** Combining marks of huyền, sắc, hỏi, ngã, nặng. */
const TONES = '\u0300\u0301\u0309\u0303\u0323';
const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';
const HORN = '\u031B';
const VOWELS = 'aeiouy';

const SYLLABLE =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?(?:(?:uye|uya|uyu|ieu|yeu|uoi|uou|oai|oay|oeo|uay|uao|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|a|e|i|o|u|y)(?:ch|ng|nh|c|m|n|p|t)?)$/;

/** Step 1: words in lower case with their marks, in NFC; everything but letters and digits separates. */
export function words(text: string): string[] {
  const found = text.normalize('NFC').match(/[\p{L}\p{Nd}]+/gu) ?? [];
  return found.map((word) => Array.from(word, lower).join(''));
}

/** Old fonts wrote ƣ for ư. One letter gives one letter: İ is i. */
function lower(letter: string): string {
  const small = Array.from(letter.toLowerCase())[0];
  return small === 'ƣ' ? 'ư' : small;
}

/** Step 2: without marks, and with đ as d. */
export function fold(word: string): string {
  return isAscii(word)
    ? word
    : word.normalize('NFD').replace(/\p{Mn}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

/** Step 3: what words are compared by: folded, and with the two spellings of a final i as one. */
export function key(word: string): string {
  const folded = fold(word);
  return folded.length > 1 && (/[hklmst]y$/.test(folded) || folded === 'quy') ? folded.slice(0, -1) + 'i' : folded;
}

/** The keys of all words of a text. */
export function keys(text: string): string[] {
  return words(text).map(key);
}

/** Step 4: the marked word that was meant by Telex or VNI letters; undefined when the word shows no trace of them. */
export function decode(word: string): string | undefined {
  return isAscii(word) ? (telex(word) ?? vni(word)) : undefined;
}

/** Step 5: what each abbreviation of a table (lines of said TAB meant|meant) stands for, by the keys of its words. */
export function abbreviations(table: string): Map<string, string[][]> {
  const known = new Map<string, string[][]>();
  for (const line of table.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) {
      continue;
    }
    const [said, meant = ''] = line.split('\t', 2);
    const meanings = meant.split('|').map(words).filter((phrase) => phrase.length > 0);
    const place = keys(said).join(' ');
    known.set(place, [...(known.get(place) ?? []), ...meanings]);
  }
  return known;
}

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    if (word.charCodeAt(i) > 127) {
      return false;
    }
  }
  return true;
}

/** A syllable in the making: its letters, each followed by its mark, and the tone that comes last of all. */
class Syllable {
  letters = '';
  tone = '';
  used = false;

  vowelSeen(from = 0): boolean {
    return /[aeiouy]/.test(this.letters.slice(from));
  }

  private insert(at: number, mark: string): void {
    this.letters = this.letters.slice(0, at) + mark + this.letters.slice(at);
  }

  strokeD(): boolean {
    const isD = this.letters.startsWith('d');
    if (isD) {
      this.letters = 'đ' + this.letters.slice(1);
    }
    return isD;
  }

  /** The second of two equal vowels, perhaps typed at the end of the word, puts a circumflex on the first. */
  doubles(vowel: string): boolean {
    const at = this.letters.lastIndexOf(vowel);
    const onlyConsonantsBetween = at >= 0 && !/[aeiouy\u0080-\uffff]/.test(this.letters.slice(at + 1));
    if (onlyConsonantsBetween) {
      this.insert(at + 1, CIRCUMFLEX);
    }
    return onlyConsonantsBetween;
  }

  /** Marks the last of these vowels that has no mark yet; the horn goes on both of a bare "uo", even before a u or i. */
  mark(vowels: string, mark: string): boolean {
    const both = this.letters.indexOf('uo');
    if (mark === HORN && both >= 0 && (both + 2 === this.letters.length || this.letters.charCodeAt(both + 2) < 128)) {
      this.insert(both + 2, HORN);
      this.insert(both + 1, HORN);
      return true;
    }
    for (let i = this.letters.length - 1; i >= 0; i--) {
      const bare = i + 1 === this.letters.length || this.letters.charCodeAt(i + 1) < 128;
      if (bare && vowels.includes(this.letters[i])) {
        this.insert(i + 1, mark);
        return true;
      }
    }
    return false;
  }

  finished(): string | undefined {
    if (!this.used || !this.vowelSeen() || !isSyllable(fold(this.letters))) {
      return undefined;
    }
    if (this.tone !== '') {
      this.insert(this.toneAt() + 1, this.tone);
    }
    return this.letters.normalize('NFC');
  }

  /** The tone stands on the marked vowel, else on the vowel before the last consonants or the main one of an open rhyme. */
  private toneAt(): number {
    const first = this.letters.startsWith('q') || (this.letters.startsWith('gi') && this.vowelSeen(2)) ? 2 : 0;
    let last = -1;
    let count = 0;
    let marked = -1;
    for (let i = first; i < this.letters.length; i++) {
      if (VOWELS.includes(this.letters[i])) {
        last = i;
        count++;
        if (i + 1 < this.letters.length && this.letters.charCodeAt(i + 1) > 127) {
          marked = i + 1;
        }
      }
    }
    if (marked >= 0) {
      return marked;
    }
    return count >= 2 && last === this.letters.length - 1 ? last - 1 : last;
  }
}

function isSyllable(folded: string): boolean {
  return folded.length <= 7 && SYLLABLE.test(folded);
}

function telex(word: string): string | undefined {
  const read = new Syllable();
  for (const c of word) {
    if (TELEX_TONES.includes(c) && read.vowelSeen()) {
      read.tone = TONES[TELEX_TONES.indexOf(c)];
      read.used = true;
    } else if (c === 'z' && read.vowelSeen()) {
      read.tone = '';
      read.used = true;
    } else if (c === 'w') {
      read.used = true;
      if (!read.mark('a', BREVE) && !read.mark('uo', HORN)) {
        read.letters += 'u' + HORN;
      }
    } else if ('aeo'.includes(c) && read.doubles(c)) {
      read.used = true;
    } else if (c === 'd' && read.strokeD()) {
      read.used = true;
    } else {
      read.letters += c;
    }
  }
  return read.finished();
}

function vni(word: string): string | undefined {
  const read = new Syllable();
  for (const c of word) {
    if (!/[0-9]/.test(c) || read.letters === '') {
      read.letters += c;
      continue;
    }
    read.used = true;
    const tone = VNI_TONES.indexOf(c);
    if (tone >= 0) {
      read.tone = TONES[tone];
    } else if (!applied(read, c)) {
      return undefined;
    }
  }
  return read.finished();
}

function applied(read: Syllable, digit: string): boolean {
  switch (digit) {
    case '6':
      return read.mark('aeo', CIRCUMFLEX);
    case '7':
      return read.mark('uo', HORN);
    case '8':
      return read.mark('a', BREVE);
    case '9':
      return read.strokeD();
    default:
      return true; // 0 takes a tone away
  }
}
