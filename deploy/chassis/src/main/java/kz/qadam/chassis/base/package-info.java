/**
 * What needs to know nothing of callers: the database and its transactions, the clock, texts and their languages, secrets,
 * background work. It uses no other room.
 */
package kz.qadam.chassis.base;
