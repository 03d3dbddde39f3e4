package main

import (
	"tonghop/out"
)

func traceCommand(k *call) (status, error) {
	w, r, unit, err := begin(k, k.arg(1))
	if err != nil {
		return failed, err
	}
	ind, err := w.indicator(k.arg(0))
	if err != nil {
		return failed, err
	}
	if unit == nil {
		unit = r.Catalogue.Units.Root
	}
	trace := r.Totals.Trace(unit, ind)
	if k.json {
		return fine, out.WriteTraceJSON(k.stdout, r, trace)
	}
	return fine, out.WriteTrace(k.stdout, r, trace)
}
