/**
 * The learner vault: it keeps identification numbers encrypted, finds a person by a keyed hash, and rotates its keys.
 * It may use the chassis and {@code numbers}; other packages store only the random {@code learnerId}.
 */
package kz.qadam.enrolment.learners;
