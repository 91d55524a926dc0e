/** A Quarkus server that sends a byte array, with which the benchmarks compare reads. It uses none of Qadam's code. */
package kz.qadam.statics;
