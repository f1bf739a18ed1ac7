// One at a time: each of these tests plays audio in real time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
