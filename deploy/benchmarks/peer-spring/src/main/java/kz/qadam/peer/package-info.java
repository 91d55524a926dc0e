/**
 * A Spring Boot service on the schema of progress-service, with which the benchmarks compare Qadam. It uses none of
 * Qadam's code.
 */
package kz.qadam.peer;
