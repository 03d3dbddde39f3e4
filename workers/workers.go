// Package workers spreads numbered pieces of work over several goroutines. The pieces write into places of their own, so that neither the number of
// workers nor their pace changes the result.
package workers

import "sync"

// Each does the pieces 0 to n-1 with the given number of workers, at least one, and returns when all are done. start is called once by every worker and
// gives the function that does a piece; what it makes belongs to that worker alone. progress, where it is not nil, is called after each piece with the number
// of pieces that are done, by one goroutine at a time.
func Each(jobs, n int, progress func(done, total int), start func() func(i int)) {
	todo := make(chan int)
	finished := make(chan struct{})
	var running sync.WaitGroup
	for range max(1, min(jobs, n)) {
		running.Go(func() {
			do := start()
			for i := range todo {
				do(i)
				finished <- struct{}{}
			}
		})
	}
	go func() {
		for i := range n {
			todo <- i
		}
		close(todo)
		running.Wait()
		close(finished)
	}()
	done := 0
	for range finished {
		done++
		if progress != nil {
			progress(done, n)
		}
	}
}
