/**
 * This service's copy of the catalogue, as far as completions are judged by it, and the lock between those who judge and
 * those who change it.
 */
package kz.qadam.progress.catalogue;
