/**
 * Shows the office how many learners would be trained under another requirement. It reads completions and the catalogue,
 * and changes nothing.
 */
package kz.qadam.progress.preview;
