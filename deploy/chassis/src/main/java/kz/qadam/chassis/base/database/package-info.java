/**
 * Transactions on the service's own PostgreSQL for set-based SQL, the columns of its tables, and locks. It knows
 * nothing about the content of the tables.
 */
package kz.qadam.chassis.base.database;
