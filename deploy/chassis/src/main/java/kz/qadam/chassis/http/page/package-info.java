/**
 * Sends HTML pages and their static files with the headers that protect them. It knows no page but what all of them
 * have.
 */
package kz.qadam.chassis.http.page;
