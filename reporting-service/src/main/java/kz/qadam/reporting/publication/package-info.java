/**
 * Publications: releases with a name, whose figures are kept byte for byte, and the changes since. It may use figures,
 * points in time and revisions.
 */
package kz.qadam.reporting.publication;
