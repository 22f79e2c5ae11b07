// A failure that was foreseen: one sentence in Chinese and one in English, shown instead of a stack trace.

export class StartFailure extends Error {
  /**
   * @param {{ zh: string, en: string }} sentence what is wrong and what to do about it
   * @param {string} [output] what a failed program said, shown above the sentence
   */
  constructor(sentence, output = "") {
    super(`${output === "" ? "" : `${output.trim()}\n\n`}${sentence.zh}\n${sentence.en}`);
    this.name = "StartFailure";
    this.sentence = sentence;
  }
}

/** Says on standard error what went wrong and ends with exit code 1; a stack only for what nobody foresaw. */
export function endWith(error) {
  if (error instanceof StartFailure) process.stderr.write(`\n${error.message}\n`);
  else console.error(error);
  process.exit(1);
}
