/**
 * Keeps the trained state of each learner in a cohort, and shows the progress of learners. It uses the
 * catalogue, the rules of {@code trained} and {@code query}, and knows nothing of how completions are recorded.
 */
package kz.qadam.progress.learner;
