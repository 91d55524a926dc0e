/** Limits what is in use at the same time, for each caller and in total, so that no caller blocks the others. */
package kz.qadam.chassis.http.limit;
