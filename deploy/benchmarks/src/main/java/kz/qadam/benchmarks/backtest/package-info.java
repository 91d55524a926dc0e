/** Tests the forecast of reporting-service on synthetic histories whose end is known. It uses only that forecast. */
package kz.qadam.benchmarks.backtest;
