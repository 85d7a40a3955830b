package vn.motcua.forecast;

/** What a model said of a dossier: the raw curve and, recalibrated, the days of P50 and P90 and the chance to be on time. */
record Said(Curve curve, int p50, int p90, double onTime) {
    /**
     * @param elapsed working days spent before today
     */
    static Said of(Model model, Chain chain, int elapsed) {
        return of(model, chain, elapsed, chain.limitDays() == 0 ? -1 : chain.limitDays() - elapsed, 0);
    }

    /**
     * @param daysLeft working days until it is due: 0 is today; negative when overdue
     * @param ahead working days that have passed since the model was made
     */
    static Said of(Model model, Chain chain, int elapsed, int daysLeft, int ahead) {
        var curve = model.curve(chain, elapsed, ahead);
        var truth = model.recalibration.truth(
                Recalibration.stratum(Horizon.of(elapsed, chain.limitDays()), chain.limitDays()),
                model.recalibrationWeight());
        int p50 = curve.day(model.recalibration.ask(truth, 0));
        int p90 = Math.max(p50, curve.day(model.recalibration.ask(truth, 1)));
        double onTime = daysLeft < 0 ? 0 : Recalibration.worth(truth, curve.chance(daysLeft));
        return new Said(curve, p50, p90, onTime);
    }

    /** The day of a promise. */
    int day(int promise) {
        return promise == 0 ? p50 : p90;
    }
}
