using Dtao.Cli;
using Dtao.Cli.Output;

Console.SetOut(new StandardWriter(Console.Out, isForResults: true));
Console.SetError(new StandardWriter(Console.Error, isForResults: false));
return CommandLine.Run(args, Console.Out, Console.Error);
