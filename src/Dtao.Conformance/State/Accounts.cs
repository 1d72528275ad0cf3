using Dtao.Numerics;

namespace Dtao.Conformance.State;

/// <summary>The accounts of a scenario by the labels that its file uses.</summary>
internal sealed class Accounts
{
    private readonly Dictionary<string, AccountId> _byLabel = [];
    private readonly Dictionary<AccountId, string> _labels = [];

    private Accounts() => Add("zero", AccountId.Zero);

    /// <summary>
    /// The accounts of a scenario; without a list there is only the zero account.
    /// </summary>
    public static Accounts Read(VectorNode? list)
    {
        Accounts accounts = new();
        if (list is null) return accounts;
        foreach ((string label, VectorNode id) in list.Fields())
        {
            string text = id.Text();
            if (text.Length != 2 * AccountId.Size || !text.All(char.IsAsciiHexDigit))
            {
                throw new VectorFormatException(
                    $"{id.Path}: an account needs {2 * AccountId.Size} hexadecimal digits");
            }

            accounts.Add(label, AccountId.ParseHex(text));
        }

        return accounts;
    }

    /// <summary>The account of a label.</summary>
    /// <exception cref="FormatException">The scenario does not list the label.</exception>
    public AccountId this[string label] => _byLabel.TryGetValue(label, out AccountId account)
        ? account
        : throw new FormatException($"the account '{label}' is not listed");

    /// <summary>The account that a field names.</summary>
    public AccountId Of(VectorNode field)
    {
        string label = field.Text();
        return _byLabel.TryGetValue(label, out AccountId account)
            ? account
            : throw new VectorFormatException($"{field.Path}: the account '{label}' is not listed");
    }

    /// <summary>The label of an account, or its digits when it has none.</summary>
    public string LabelOf(AccountId account) =>
        _labels.TryGetValue(account, out string? label) ? label : account.ToHex();

    private void Add(string label, AccountId account)
    {
        _byLabel[label] = account;
        _labels.TryAdd(account, label);
    }
}
