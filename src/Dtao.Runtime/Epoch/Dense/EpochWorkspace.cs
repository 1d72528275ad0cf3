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

    /// <summary>Normalised weights; from the bonds on: the weights used for bonds.</summary>
    public DenseRows Weights { get; } = new();

    /// <summary>Stored bonds; in the end the new ones as they are stored.</summary>
    public DenseRows Bonds { get; } = new();

    /// <summary>Moved bonds, normalised.</summary>
    public DenseRows Moved { get; } = new();

    /// <summary>The number of each column.</summary>
    public ulong[] Columns { get; private set; } = [];

    /// <summary>Block of registration by column.</summary>
    public ulong[] RegisteredAt { get; private set; } = [];

    /// <summary>The newest registration.</summary>
    public ulong NewestRegistration { get; private set; }

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

    /// <summary>Sums of the bond deltas by column, before they are normalised.</summary>
    public ulong[] DeltaSums { get; private set; } = [];

    /// <summary>Rates of the bonds by column.</summary>
    public ulong[] Rates { get; private set; } = [];

    /// <summary>Dividends by uid, normalised.</summary>
    public ulong[] Dividends { get; private set; } = [];

    /// <summary>Scratch by uid.</summary>
    public ulong[] Scratch { get; private set; } = [];

    /// <summary>Makes room for a subnet and reads its registrations.</summary>
    public void Begin(EpochInput input)
    {
        Count = input.Count;
        int stride = DenseRows.StrideOf(input.Count);
        if (stride != Stride) Resize(stride);
        NewestRegistration = 0;
        for (int uid = 0; uid < Count; uid++)
        {
            ulong block = input.RegisteredAt[uid];
            RegisteredAt[uid] = block;
            NewestRegistration = Math.Max(NewestRegistration, block);
            Permits[uid] = false;
            HasRow[uid] = false;
        }

        Array.Clear(ActiveStake);
        Array.Clear(ValidatorTrust);
        Array.Clear(Dividends);
        Array.Clear(Stake);
        Uids.Clear();
    }

    /// <summary>Makes room for the rows that were found.</summary>
    public void ReserveRows()
    {
        Weights.Reserve(WeighingRows, Stride);
        Bonds.Reserve(Uids.Count, Stride);
        foreach (int uid in Uids)
        {
            HasRow[uid] = true;
        }

        Moved.Reserve(Uids.Count, Stride);
        if (RowStake.Length >= Uids.Count) return;
        RowStake = new ulong[Uids.Count];
        MedianStake = new ulong[Uids.Count];
    }

    /// <summary>A list by uid or column, in pieces.</summary>
    public static Span<T> Pieces<T>(ulong[] values)
        where T : struct, ILanes<T> => MemoryMarshal.Cast<ulong, T>(values.AsSpan());

    /// <summary>Pieces that cover all columns.</summary>
    public int PieceCount<T>()
        where T : struct, ILanes<T> => (Count + T.Count - 1) / T.Count;

    private void Resize(int stride)
    {
        Stride = stride;
        Columns = new ulong[stride];
        for (int column = 0; column < stride; column++)
        {
            Columns[column] = (ulong)column;
        }

        RegisteredAt = new ulong[stride];
        Stake = new ulong[stride];
        ActiveStake = new ulong[stride];
        Permits = new bool[stride];
        HasRow = new bool[stride];
        Preranks = new ulong[stride];
        Consensus = new ulong[stride];
        Ranks = new ulong[stride];
        Incentive = new ulong[stride];
        ValidatorTrust = new ulong[stride];
        DeltaSums = new ulong[stride];
        Rates = new ulong[stride];
        Dividends = new ulong[stride];
        Scratch = new ulong[stride];
    }
}
