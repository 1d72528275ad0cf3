using System.Runtime.InteropServices;

namespace Dtao.Cli;

/// <summary>Turns the signals that end a program into the wish to stop a run.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenSource _again = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interruption() => _signals =
    [
        On(PosixSignal.SIGINT), On(PosixSignal.SIGTERM), On(PosixSignal.SIGHUP),
    ];

    /// <summary>Stops the run between two blocks.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The wish came a second time: nobody wants to wait.</summary>
    public CancellationToken Again => _again.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
        _again.Dispose();
    }

    private PosixSignalRegistration On(PosixSignal signal) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            // The run stops between two blocks and leaves nothing behind.
            context.Cancel = true;
            if (_source.IsCancellationRequested) _again.Cancel();
            _source.Cancel();
        });
}
