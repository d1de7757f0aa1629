/** Log-odds of held-out comments, one row of `width` a comment, and which labels were right. */
export interface HeldOut {
  scores: Float32Array
  truths: Uint8Array
  width: number
  /** How much each comment counts where thresholds are chosen; default alike. */
  weights?: ArrayLike<number>
}

/**
 * How strongly slope and intercept are held to 1 and 0, in answers: some ten comments weigh less than the scores as
 * they are, thousands are not touched. Without it, few comments that fall apart by themselves give endless certainty.
 * The slope is held the more, as scores are some log-odds wide.
 */
const HELD = 5
/** Slopes outside tell of scores that have nothing to do with the truth, or of next to no comments. */
const SLOPES = { least: 0.05, most: 10 }

/**
 * Slope and intercept that turn scores into probabilities (Platt 1999, with his correction of the targets), fitted by
 * Newton's method on held-out comments, all labels together: rare labels have too few comments for a curve of
 * their own. A normal prior holds both to the scores as they are (Gelman & al. 2008).
 */
export function fitCalibration({ scores, truths }: HeldOut): { slope: number; intercept: number } {
  let positives = 0
  for (const truth of truths) positives += truth
  const high = (positives + 1) / (positives + 2)
  const low = 1 / (truths.length - positives + 2)
  let slope = 1
  let intercept = 0
  for (let round = 0; round < 50; round += 1) {
    let g0 = HELD * intercept
    let g1 = HELD * HELD * (slope - 1)
    let h00 = HELD
    let h01 = 0
    let h11 = HELD * HELD
    for (let at = 0; at < scores.length; at += 1) {
      const score = scores[at] as number
      const p = 1 / (1 + Math.exp(-(slope * score + intercept)))
      const error = p - (truths[at] === 1 ? high : low)
      const spread = p * (1 - p)
      g0 += error
      g1 += error * score
      h00 += spread
      h01 += spread * score
      h11 += spread * score * score
    }
    const determinant = h00 * h11 - h01 * h01
    if (!(Math.abs(determinant) > 1e-12)) break
    const stepIntercept = (h11 * g0 - h01 * g1) / determinant
    const stepSlope = (h00 * g1 - h01 * g0) / determinant
    intercept -= stepIntercept
    slope -= stepSlope
    if (Math.abs(stepIntercept) + Math.abs(stepSlope) < 1e-8) break
  }
  // Too few comments to learn from: the scores as they are.
  return slope > SLOPES.least && slope < SLOPES.most && Number.isFinite(intercept)
    ? { slope, intercept }
    : { slope: 1, intercept: 0 }
}

/** Comments of a label from which its own threshold is trusted as much as the common one. */
const TRUST = 25

/**
 * Thresholds that give the best F-beta on held-out comments: a common one, and one a label drawn towards it the
 * more the fewer comments the label has. `beta` above 1 favors recall.
 */
export function chooseThresholds(
  { scores, truths, width, weights }: HeldOut,
  calibration: { slope: number; intercept: number },
  beta: number,
): Float32Array {
  const probabilities = Float32Array.from(
    scores,
    (score) => 1 / (1 + Math.exp(-(calibration.slope * score + calibration.intercept))),
  )
  const best = (take: (at: number) => boolean): { threshold: number; positives: number } => {
    const counts = new Float64Array(100)
    const rights = new Float64Array(100)
    let positives = 0
    for (let at = 0; at < probabilities.length; at += 1) {
      if (!take(at)) continue
      const weight = weights?.[Math.floor(at / width)] ?? 1
      const bin = Math.min(99, Math.floor((probabilities[at] as number) * 100))
      counts[bin] = (counts[bin] as number) + weight
      if (truths[at] === 1) {
        rights[bin] = (rights[bin] as number) + weight
        positives += weight
      }
    }
    let given = 0
    let right = 0
    let top = -1
    let threshold = 0.5
    for (let bin = 99; bin >= 5; bin -= 1) {
      given += counts[bin] as number
      right += rights[bin] as number
      const score = ((1 + beta * beta) * right) / (beta * beta * positives + given || 1)
      if (score > top) {
        top = score
        threshold = bin / 100
      }
    }
    return { threshold, positives }
  }
  const common = best(() => true).threshold
  return Float32Array.from({ length: width }, (_, label) => {
    const { threshold, positives } = best((at) => at % width === label)
    const own = Math.min(0.7, Math.max(0.1, threshold))
    return (own * positives + common * TRUST) / (positives + TRUST)
  })
}
