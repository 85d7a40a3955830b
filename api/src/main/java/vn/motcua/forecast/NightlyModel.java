package vn.motcua.forecast;

import java.time.LocalDate;

/**
 * A model as it is served, with the back-test that came with it.
 *
 * @param version grows with every one that was made
 * @param asOf the morning for which it was made: nothing of this day or later is in it
 * @param spells how many dossiers it learnt from
 */
record NightlyModel(long version, LocalDate asOf, int spells, Model model, BacktestCells backtest) {}
