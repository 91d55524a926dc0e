/**
 * Takes what this service has published into its rows again, after its database went back to a backup. It only tells each
 * package what was published of it.
 */
package kz.qadam.progress.restore;
