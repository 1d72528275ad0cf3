using Dtao.Codec;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Scheduling;

/// <summary>A call that waits for its block.</summary>
/// <remarks>
/// Wire: Scheduled of the scheduler pallet. Source: docs/spec/scheduling.md#tasks.
/// </remarks>
/// <param name="Id">Name of 32 bytes; null for a task without a name.</param>
/// <param name="Priority">Lower ones run first.</param>
/// <param name="Call">Encoded call of at most 128 bytes.</param>
/// <param name="Period">Blocks until the next run; null when it runs once.</param>
/// <param name="Repeats">Runs after this one; meaningless without a period.</param>
/// <param name="Origin">Who stands behind the call.</param>
public sealed record ScheduledTask(
    byte[]? Id, byte Priority, byte[] Call, uint? Period, uint Repeats, Origin Origin)
{
    private const byte Inline = 1;

    /// <summary>Tasks of a block by index; null where one was cancelled.</summary>
    internal static readonly Shape<ScheduledTask?[]> Agenda = Shapes.List(
        new Shape<ScheduledTask?>("option<scheduled>", Write, Read));

    /// <summary>A call of root without name or repetition.</summary>
    internal static ScheduledTask OfRoot(ICall call, byte priority) => new(
        Id: null, priority, CallTable.Encode(call), Period: null, Repeats: 0, Origin.Root);

    private static void Write(ScaleWriter to, ScheduledTask? task)
    {
        to.WriteBool(task is not null);
        if (task is null) return;
        to.WriteBool(task.Id is not null);
        if (task.Id is not null) to.WriteRaw(task.Id);
        to.WriteU8(task.Priority);
        to.WriteU8(Inline);
        to.WriteBytes(task.Call);
        to.WriteBool(task.Period is not null);
        if (task.Period is { } period)
        {
            to.WriteU32(period);
            to.WriteU32(task.Repeats);
        }

        WriteOrigin(to, task.Origin);
    }

    private static ScheduledTask? Read(ref ScaleReader from)
    {
        if (!from.ReadBool()) return null;
        byte[]? id = from.ReadBool() ? from.ReadRaw(32).ToArray() : null;
        byte priority = from.ReadU8();
        byte kind = from.ReadU8();
        if (kind != Inline)
        {
            throw new FormatException($"a call by hash ({kind}), byte {from.Offset - 1}");
        }

        byte[] call = from.ReadBytes();
        uint? period = null;
        uint repeats = 0;
        if (from.ReadBool())
        {
            period = from.ReadU32();
            repeats = from.ReadU32();
        }

        return new(id, priority, call, period, repeats, ReadOrigin(ref from));
    }

    // The first byte is the pallet of the origin; the scheduler knows those of the system.
    private static void WriteOrigin(ScaleWriter to, Origin origin)
    {
        to.WriteU8(0);
        if (origin.Signer is { } signer)
        {
            to.WriteU8(1);
            to.Write(signer);
            return;
        }

        to.WriteU8(origin.IsRoot ? (byte)0 : (byte)2);
    }

    private static Origin ReadOrigin(ref ScaleReader from)
    {
        byte pallet = from.ReadU8();
        byte kind = from.ReadU8();
        return (pallet, kind) switch
        {
            (0, 0) => Origin.Root,
            (0, 1) => Origin.Signed(from.ReadAccount()),
            (0, 2) => Origin.None,
            _ => throw new FormatException(
                $"no origin {kind} of pallet {pallet}, byte {from.Offset - 2}"),
        };
    }
}
