/** What a million people need, in bytes and in time, calculated from what was measured with fewer. */
package kz.qadam.capacity;
