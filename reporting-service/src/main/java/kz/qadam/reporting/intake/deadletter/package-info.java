/**
 * The dead letters of this service, with the batches between which each made figures provisional, and their resolution.
 * It may use the intake, which reads a letter again, and points in time.
 */
package kz.qadam.reporting.intake.deadletter;
