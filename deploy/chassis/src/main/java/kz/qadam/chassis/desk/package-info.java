/**
 * What waits for a caller (tasks), what happened last, and the pages with which people begin (homes), which show it. A home belongs to one
 * service and has panels of the others, which the browser fetches. The services say which tasks there are, and where
 * each is dealt with.
 */
package kz.qadam.chassis.desk;
