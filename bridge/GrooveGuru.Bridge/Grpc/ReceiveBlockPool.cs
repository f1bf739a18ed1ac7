using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace GrooveGuru.Bridge.Grpc;

/// <summary>Gives the web server blocks of the size of a captured chunk: one system call takes in what its own 4 KiB blocks need many for.</summary>
internal sealed class ReceiveBlockPool : MemoryPool<byte>
{
    private const int BlockBytes = 32 * 1024;
    private const int MostKeptBlocks = 256;

    private readonly ConcurrentQueue<Block> _free = new();
    private int _freeCount;

    /// <inheritdoc/>
    public override int MaxBufferSize => BlockBytes;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">More than one block was asked for.</exception>
    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockBytes);
        if (!_free.TryDequeue(out Block? block))
        {
            return new Block(this);
        }

        Interlocked.Decrement(ref _freeCount);
        block.Rented = true;
        return block;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _free.Clear();

    private void Return(Block block)
    {
        if (Interlocked.Increment(ref _freeCount) > MostKeptBlocks)
        {
            Interlocked.Decrement(ref _freeCount);
            return;
        }

        _free.Enqueue(block);
    }

    /// <summary>Hands the web server pools of this kind.</summary>
    internal sealed class Factory : IMemoryPoolFactory<byte>
    {
        /// <inheritdoc/>
        public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new ReceiveBlockPool();
    }

    private sealed class Block(ReceiveBlockPool pool) : IMemoryOwner<byte>
    {
        // Pinned for good, because a socket would pin it again and again.
        private readonly byte[] _bytes = GC.AllocateUninitializedArray<byte>(BlockBytes, pinned: true);

        public bool Rented { get; set; } = true;

        public Memory<byte> Memory => _bytes;

        public void Dispose()
        {
            if (Rented)
            {
                Rented = false;
                pool.Return(this);
            }
        }
    }
}
