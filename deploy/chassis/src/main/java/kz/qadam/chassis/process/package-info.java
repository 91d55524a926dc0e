/**
 * The process as a whole: its instance name, and the threads without which it must not continue. The package uses no
 * other package.
 */
package kz.qadam.chassis.process;
