/** What concerns the process as a whole: threads without which it must not go on. It uses no other package. */
package kz.qadam.chassis.process;
