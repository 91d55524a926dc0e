/** The process as a whole: its instance name, and the threads without which it must not continue. */
package kz.qadam.chassis.base.process;
