/**
 * Gathers what many callers ask for at the same moment into one batch, so that a rush of check-ins costs one
 * transaction and not thousands. While a batch runs, newcomers wait and form the next one: no timer, no added
 * latency when it is quiet, larger batches exactly when it is busy.
 */
export class Gather<Asked, Answered> {
  readonly #answer: (asked: Asked[]) => Promise<Answered[]>;
  readonly #most: number;
  readonly #lanes: number;
  #running = 0;
  #waiting: Waiting<Asked, Answered>[] = [];

  /**
   * `answer` gets 1 to `most` requests and gives the answers in the same order; if it throws, every caller of
   * that batch gets the error. `lanes` batches may run at once.
   */
  constructor(
    answer: (asked: Asked[]) => Promise<Answered[]>,
    { most, lanes = 1 }: { most: number; lanes?: number },
  ) {
    this.#answer = answer;
    this.#most = most;
    this.#lanes = lanes;
  }

  ask(asked: Asked): Promise<Answered> {
    return new Promise<Answered>((resolve, reject) => {
      this.#waiting.push({ asked, resolve, reject });
      // One turn of the loop lets the requests that arrived together go together.
      if (this.#running < this.#lanes) setImmediate(() => this.#next());
    });
  }

  #next(): void {
    if (this.#running >= this.#lanes || this.#waiting.length === 0) return;
    const batch = this.#waiting.splice(0, this.#most);
    this.#running += 1;
    this.#answer(batch.map((one) => one.asked)).then(
      (answers) =>
        this.#done(() => {
          batch.forEach((one, index) => {
            one.resolve(answers[index] as Answered);
          });
        }),
      (error) =>
        this.#done(() => {
          for (const one of batch) one.reject(error);
        }),
    );
  }

  /** The next batch is on its way before this one's callers go on: they keep the program busy for a while. */
  #done(tellCallers: () => void): void {
    this.#running -= 1;
    this.#next();
    setImmediate(tellCallers);
  }
}

interface Waiting<Asked, Answered> {
  readonly asked: Asked;
  readonly resolve: (answer: Answered) => void;
  readonly reject: (reason: unknown) => void;
}
