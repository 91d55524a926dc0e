/** Lists in the order of last change, with pages and cursors that never expire. It knows nothing about the rows. */
package kz.qadam.chassis.http.list;
