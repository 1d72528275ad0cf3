using System.Runtime.InteropServices;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>Everything the dense epoch computes with, made once and used for many epochs.</summary>
/// <remarks>
/// Proportions are raw numbers of 2^-32. Lists by uid and by column are padded with zeros to the
/// stride of the matrices. Rows of the matrices are those of validators with stake at work, then
/// others that weigh or may weigh, then others that hold bonds.
/// </remarks>
internal sealed class EpochWorkspace
{
    /// <summary>One, as a raw proportion.</summary>
    public const ulong One = 1UL << 32;

    /// <summary>Number of neurons.</summary>
    public int Count { get; private set; }

    /// <summary>Length of lists by uid or column, a multiple of every width.</summary>
    public int Stride { get; private set; }

    /// <summary>Uids of the rows.</summary>
    public List<int> Uids { get; } = [];

    /// <summary>Rows at the start whose validator has stake at work.</summary>
    public int ActiveRows { get; set; }

    /// <summary>Rows at the start whose weights count.</summary>
    public int WeighingRows { get; set; }

    /// <summary>Stored weights by row, masked.</summary>
    public ShareRows WeightShares { get; } = new();

    /// <summary>Stored bonds by row, masked; in the end the new ones as they are stored.</summary>
    public ShareRows BondShares { get; } = new();

    /// <summary>Divisors that normalise the rows of weights.</summary>
    public Divisor[] RowDivisors { get; private set; } = [];

    /// <summary>Normalised weights; then the weights used for bonds.</summary>
    /// <remarks>Only the present piece, unless the bonds have to wait for all of them.</remarks>
    public PieceRows Weights { get; } = new();

    /// <summary>Moved bonds, normalised.</summary>
    public PieceRows Moved { get; } = new();

    /// <summary>Sums by row that grow with each piece.</summary>
    public PieceRows RowSums { get; } = new();

    /// <summary>By row and piece: a bit for every new bond that is part of its row.</summary>
    public byte[] Present { get; private set; } = [];

    /// <summary>The number of each column.</summary>
    public ulong[] Columns { get; private set; } = [];

    /// <summary>Columns whose neuron is newer than some row.</summary>
    public List<int> Newcomers { get; } = [];

    /// <summary>Normalised stake by uid.</summary>
    public ulong[] Stake { get; private set; } = [];

    /// <summary>Normalised stake at work by uid.</summary>
    public ulong[] ActiveStake { get; private set; } = [];

    /// <summary>Normalised stake at work by row.</summary>
    public ulong[] RowStake { get; private set; } = [];

    /// <summary>The same, normalised among the active rows once more, for the median.</summary>
    public ulong[] MedianStake { get; private set; } = [];

    /// <summary>The uid has a row.</summary>
    public bool[] HasRow { get; private set; } = [];

    /// <summary>Permits for the next epoch by uid.</summary>
    public bool[] Permits { get; private set; } = [];

    /// <summary>Ranks before clipping, by column.</summary>
    public ulong[] Preranks { get; private set; } = [];

    /// <summary>Consensus by column.</summary>
    public ulong[] Consensus { get; private set; } = [];

    /// <summary>Ranks by column, not normalised.</summary>
    public ulong[] Ranks { get; private set; } = [];

    /// <summary>Ranks by column, normalised.</summary>
    public ulong[] Incentive { get; private set; } = [];

    /// <summary>Validator trust by uid.</summary>
    public ulong[] ValidatorTrust { get; private set; } = [];

    /// <summary>Rates of the bonds by column.</summary>
    public ulong[] Rates { get; private set; } = [];

    /// <summary>Dividends by uid, normalised.</summary>
    public ulong[] Dividends { get; private set; } = [];

    /// <summary>Scratch by uid.</summary>
    public ulong[] Scratch { get; private set; } = [];

    /// <summary>Makes room for a subnet.</summary>
    public void Begin(EpochInput input)
    {
        Count = input.Count;
        int stride = StrideOf(input.Count);
        if (stride != Stride) Resize(stride);
        foreach (ulong[] list in (ReadOnlySpan<ulong[]>)[Preranks, Consensus, Ranks, Incentive])
        {
            // Padding, too: another subnet may have had neurons there.
            Array.Clear(list);
        }

        Array.Clear(Permits);
        Array.Clear(HasRow);
        Array.Clear(ActiveStake);
        Array.Clear(ValidatorTrust);
        Array.Clear(Dividends);
        Array.Clear(Stake);
        Uids.Clear();
    }

    /// <summary>Makes room for the rows that were found.</summary>
    public void ReserveRows()
    {
        int rows = Uids.Count;
        foreach (int uid in Uids)
        {
            HasRow[uid] = true;
        }

        WeightShares.Reserve(WeighingRows, Stride);
        BondShares.Reserve(rows, Stride);
        if (RowStake.Length >= rows) return;
        RowStake = new ulong[rows];
        MedianStake = new ulong[rows];
        RowDivisors = new Divisor[rows];
    }

    /// <summary>Makes room for computing in pieces.</summary>
    /// <param name="keepsWeights">The weights of all pieces are needed at once.</param>
    public void ReservePieces<T>(bool keepsWeights)
        where T : struct, ILanes<T>
    {
        int rows = Uids.Count;
        int pieces = PieceCount<T>();
        Weights.Reserve<T>(keepsWeights ? pieces : 1, WeighingRows);
        Moved.Reserve<T>(pieces, rows);
        RowSums.Reserve<T>(1, rows);
        if (Present.Length < rows * pieces) Present = new byte[rows * pieces];
    }

    /// <summary>A list by uid or column, in pieces.</summary>
    public static Span<T> Pieces<T>(ulong[] values)
        where T : struct, ILanes<T> => MemoryMarshal.Cast<ulong, T>(values.AsSpan());

    /// <summary>Pieces that cover all columns.</summary>
    public int PieceCount<T>()
        where T : struct, ILanes<T> => (Count + T.Count - 1) / T.Count;

    /// <summary>Length of a list for a number of neurons; not a power of two.</summary>
    public static int StrideOf(int count)
    {
        const int Widest = 8;
        int pieces = (count + Widest - 1) / Widest;
        return (pieces | 1) * Widest;
    }

    private void Resize(int stride)
    {
        Stride = stride;
        Columns = new ulong[stride];
        for (int column = 0; column < stride; column++)
        {
            Columns[column] = (ulong)column;
        }

        Stake = new ulong[stride];
        ActiveStake = new ulong[stride];
        Permits = new bool[stride];
        HasRow = new bool[stride];
        Preranks = new ulong[stride];
        Consensus = new ulong[stride];
        Ranks = new ulong[stride];
        Incentive = new ulong[stride];
        ValidatorTrust = new ulong[stride];
        Rates = new ulong[stride];
        Dividends = new ulong[stride];
        Scratch = new ulong[stride];
    }
}
