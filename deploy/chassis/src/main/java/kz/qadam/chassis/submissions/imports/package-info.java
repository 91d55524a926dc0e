/** Receives large files, stores them encrypted, and processes their rows in the background as submissions. */
package kz.qadam.chassis.submissions.imports;
